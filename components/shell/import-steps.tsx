import type { ImportView } from '@/lib/contracts/import-api';
import { hasFile } from '@/lib/import-store';
import { steps as allSteps, requestSteps, type StepPath, stepOf } from '@/lib/steps';
import { Icon } from './icon';
import classes from './import-steps.module.css';
import { PageLink } from './page-link';

/** The steps. The ones the import has reached are links; on the phone they are bars and a sentence. */
export function ImportSteps({ view, current }: { view: ImportView | null; current: StepPath }) {
  const own = view && !hasFile(view) ? requestSteps : allSteps;
  const steps = own.some((step) => step.path === current) ? own : allSteps;
  const indexOf = (path: StepPath) => steps.findIndex((step) => step.path === path);
  const currentIndex = indexOf(current);
  const reached = view ? indexOf(stepOf(view.state)) : 0;
  // Of a committed import the last step is done as well.
  const done = Math.max(currentIndex, view?.state === 'committed' ? steps.length : reached);
  return (
    <nav className={classes.root} aria-label="Steps">
      <p className={classes.sentence}>
        Step {currentIndex + 1} of {steps.length}, {steps[currentIndex]?.label}
      </p>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const state = index === currentIndex ? 'current' : index < done ? 'done' : 'later';
          const body = (
            <>
              <span className={classes.number}>
                {state === 'done' ? <Icon name="check" size={12} label="done" /> : index + 1}
              </span>
              <span className={classes.label}>{step.label}</span>
            </>
          );
          return (
            <li key={step.path} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
              {view && state !== 'current' && index <= reached ? (
                <PageLink href={`/imports/${view.id}/${step.path}`} className={classes.step}>
                  {body}
                </PageLink>
              ) : (
                <span className={classes.step}>{body}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

'use client';
import { Button } from '@mantine/core';
import { useAttributes } from '@/components/shell/attributes';
import { ImportFrame } from '@/components/shell/import-frame';
import { formatCount } from '@/components/shell/numbers';
import type { ImportView } from '@/lib/contracts/import-api';
import { PageLink } from '../shell/page-link';
import { IgnoredColumns } from './ignored-columns';
import classes from './map-page.module.css';
import { MapTable } from './map-table';
import { MappingSummary } from './mapping-summary';
import { RulesPanel } from './rules-panel';
import { useCheck } from './use-check';
import { useMappingDraft } from './use-mapping-draft';

/** Which column feeds which field, and the rules of the import. */
export function MapPage({ view }: { view: ImportView }) {
  const draft = useMappingDraft(view, useAttributes());
  const check = useCheck(view, draft);
  return (
    <ImportFrame
      view={view}
      current="map"
      actions={
        <>
          <Button component={PageLink} href={`/imports/${view.id}/intake`} variant="subtle" color="gray">
            Back
          </Button>
          <Button variant="filled" size="md" loading={check.busy} onClick={check.start}>
            Check {formatCount(view.totals.rows, 'row')}
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <h1 className={classes.hidden}>Map</h1>
          <MappingSummary
            key={check.attempt}
            problems={check.shown}
            question={check.question}
            mapping={draft.mapping}
          />
          <MapTable view={view} draft={draft} problems={check.shown} />
          <IgnoredColumns view={view} draft={draft} />
        </div>
        <RulesPanel view={view} draft={draft} problemAt={check.problemAt} />
      </div>
    </ImportFrame>
  );
}

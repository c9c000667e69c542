import type { PlannedRow } from './records';

/**
 * The plans of a request on their way to be written. As objects those of a large one would be many times its size and fill the
 * heap of the web server, so they are packed, and whole only where they are written, few at a time.
 */
export interface RequestPlans {
  /** One for each row, in their order. Where they are packed, only with what other rows and the answer ask for. */
  brief: PlannedRow[];
  isPacked: boolean;
  /** Whether any writes a list of addresses or attributes. */
  lists: boolean;
  /** All of them whole, few at a time. Those that are packed are given once. */
  take(): Generator<PlannedRow[]>;
}

/** Whether a plan writes lists of addresses or attributes. */
export const writesLists = ({ lists }: PlannedRow): boolean =>
  lists !== undefined && (lists.addresses ?? []).length + (lists.attributes ?? []).length > 0;

/** Plans as they come, part by part. */
export class PlanShelf implements RequestPlans {
  brief: PlannedRow[] = [];
  lists = false;
  private readonly parts: (Buffer | null)[] = [];

  constructor(readonly isPacked: boolean) {}

  add(part: PlannedRow[]): void {
    this.lists ||= part.some(writesLists);
    if (this.isPacked) this.parts.push(Buffer.from(JSON.stringify(part)));
    for (const plan of part) this.brief.push(this.isPacked ? briefOf(plan) : plan);
  }

  /** @param more what becomes of the plans, in the same order: they may come to do nothing, and get issues, a message or a parent */
  revise(more: (plans: PlannedRow[]) => PlannedRow[]): void {
    this.brief = more(this.brief);
  }

  take(): Generator<PlannedRow[]> {
    return this.isPacked ? unpack(this.parts, this.brief) : once(this.brief);
  }
}

function* once(plans: PlannedRow[]): Generator<PlannedRow[]> {
  yield plans;
}

function* unpack(parts: (Buffer | null)[], brief: PlannedRow[]): Generator<PlannedRow[]> {
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (!part) throw new Error('These plans were taken already.');
    parts[index] = null;
    const plans = JSON.parse(part.toString()) as PlannedRow[];
    yield plans.map((plan) => wholeOf(plan, brief[at++]!));
  }
}

/** What other rows can ask for or change: the rest of it is in the packed plan. */
const briefOf = (plan: PlannedRow): PlannedRow => ({
  ...plan,
  values: only(plan.values, linking),
  patch: only(plan.patch, linking),
  addresses: {},
  lists: undefined,
  derived: null,
});

const linking = ['parent', 'parentSourceSystem', 'parentSourceSystemId'];

function only<Each>(from: Record<string, Each>, names: string[]): Record<string, Each> {
  const found: Record<string, Each> = {};
  for (const name of names) if (name in from) found[name] = from[name]!;
  return found;
}

/** A packed plan with what became of it meanwhile. One that does nothing any more has lost its target. */
function wholeOf(packed: PlannedRow, brief: PlannedRow): PlannedRow {
  const whole = { ...packed, ...brief, values: { ...packed.values, ...brief.values } };
  if (packed.target !== null && brief.target === null) return whole;
  const { addresses, lists, derived } = packed;
  return { ...whole, patch: { ...packed.patch, ...brief.patch }, addresses, lists, derived };
}

import type { CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { once } from './once';

/** How numbers of one country or service look after the calling code. */
interface Plan {
  callingCode: string;
  /** The whole national number, any of the types where the data tells types apart. */
  pattern: RegExp;
  types: RegExp[];
  /** `0` in most countries, empty where there is none; null where taking it off is more than dropping digits. */
  trunk: string | null;
}

/** A number that starts with its calling code, as E.164; null where no plan has such a number, or only a full parse can tell. */
export function withCallingCode(digits: string): string | null {
  for (let length = 1; length <= 3; length++) {
    const plans = byCallingCode().get(digits.slice(0, length));
    if (!plans) continue;
    const rest = digits.slice(length);
    for (const plan of plans) {
      const number = inPlan(plan, rest);
      // Where taking the prefix off is more than dropping digits, what fits may still begin with it: +55 90 90000 0000.
      if (number !== null) return plan.trunk === null ? null : number;
    }
    // No calling code begins with another one.
    return null;
  }
  return null;
}

/**
 * A number as written inside a country, as E.164; null where the country has no such number, or
 * where only a full parse can tell.
 */
export function national(digits: string, country: string): string | null {
  const plan = byCountry().get(country);
  return plan && plan.trunk !== null ? inPlan(plan, digits) : null;
}

/** Whether the country has a numbering plan. */
export const isCallable = (country: string | undefined): country is CountryCode =>
  country !== undefined && byCountry().has(country);

/** With the trunk prefix first: a number that fits both ways is meant with it, as libphonenumber takes it. */
function inPlan(plan: Plan, digits: string): string | null {
  if (plan.trunk && digits.startsWith(plan.trunk)) {
    const rest = digits.slice(plan.trunk.length);
    if (fits(plan, rest)) return `+${plan.callingCode}${rest}`;
  }
  return fits(plan, digits) ? `+${plan.callingCode}${digits}` : null;
}

const fits = (plan: Plan, digits: string): boolean =>
  plan.pattern.test(digits) && (plan.types.length === 0 || plan.types.some((type) => type.test(digits)));

const byCountry = once(
  () => new Map(Object.entries(metadata.countries).map(([country, data]) => [country, planOf(data as PlanData)])),
);

const byCallingCode = once(() => {
  const plans = new Map<string, Plan[]>();
  for (const plan of byCountry().values()) plans.set(plan.callingCode, [...(plans.get(plan.callingCode) ?? []), plan]);
  for (const data of Object.values(metadata.nonGeographic)) plans.set(data[0], [planOf(data as PlanData)]);
  return plans;
});

/**
 * Version 4 of the library's data, by position: 0 calling code, 2 pattern, 5 national prefix, 7 national prefix for
 * parsing (a pattern), 8 what to put in its place, 11 the patterns of each type.
 * https://gitlab.com/catamphetamine/libphonenumber-js/blob/master/METADATA.md
 */
type PlanData = [string, string, string, ...unknown[]];

function planOf(data: PlanData): Plan {
  const [callingCode, , pattern] = data;
  const prefix = String(data[7] || data[5] || '');
  const types = (data[11] || []) as ([string] | 0)[];
  return {
    callingCode,
    pattern: whole(pattern),
    types: types.filter((type) => type !== 0 && type[0]).map((type) => whole((type as [string])[0])),
    trunk: /^\d*$/.test(prefix) && !data[8] ? prefix : null,
  };
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

import type { Refusal } from './refusals';

/**
 * Contract B takes its inputs as `?inputs=<JSON>` or in the body: the body to read, as if they had come in it.
 * @param query the parameter, as often as it stands there
 */
export function chooseInputs(
  [query, ...more]: string[],
  body: Uint8Array,
): { ok: true; body: Uint8Array } | { ok: false; refusal: Refusal } {
  if (query === undefined) return { ok: true, body };
  if (more.length > 0) {
    const detail = 'The parameter "inputs" stands in the query more than once. Nothing was written.';
    return { ok: false, refusal: { code: 'does_not_fit', detail } };
  }
  if (body.byteLength > 0) {
    const detail = 'The inputs stand in the query and there is a body too. Send one of them. Nothing was written.';
    return { ok: false, refusal: { code: 'does_not_fit', detail } };
  }
  return { ok: true, body: Buffer.from(`{"inputs":${query}}`) };
}

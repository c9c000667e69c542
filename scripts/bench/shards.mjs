/** Which worker did which part of an import. */

/**
 * The row ranges of each phase by who took them, as the database tells.
 * @param {import('./engine.mjs').BenchDatabase} database
 * @param {number} id of the import
 * @returns {Record<string, number[]> | undefined} ranges of each worker by phase, most first; a range that names nobody
 *   is left out. Undefined where there is one worker anyway.
 */
export const rangesOf = ({ query }, id) =>
  query &&
  countRanges(
    query(`
  SELECT s.phase, s.lease, count(*) FROM import_shards s JOIN imports i ON i.id = s.import_id AND i.generation = s.generation
  WHERE s.import_id = ${id} AND s.lease IS NOT NULL GROUP BY s.phase, s.lease ORDER BY s.phase, count(*) DESC`),
  );

/** @param {string[][]} rows phase, lease, count */
export const countRanges = (rows) => {
  const ranges = {};
  for (const [phase, , count] of rows) {
    ranges[phase] ??= [];
    ranges[phase].push(Number(count));
  }
  return ranges;
};

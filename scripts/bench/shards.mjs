/** Which worker did which part of an import. */

/**
 * The row ranges of each phase by the worker that had them. A lease begins with the worker's id and names the attempt behind it.
 * @param {import('./engine.mjs').BenchDatabase} database
 * @param {number} id of the import
 * @returns {Record<string, number[]> | undefined} ranges of each worker by phase, most first. Undefined where there is one
 *   worker anyway.
 */
export const rangesOf = ({ query }, id) =>
  query &&
  countRanges(
    query(`
  SELECT s.phase, split_part(s.lease, ' ', 1) AS worker, count(*)
  FROM import_shards s JOIN imports i ON i.id = s.import_id AND i.generation = s.generation
  WHERE s.import_id = ${id} AND s.lease <> '' GROUP BY s.phase, worker ORDER BY s.phase, count(*) DESC`),
  );

/** @param {string[][]} rows phase, worker, count */
export const countRanges = (rows) => {
  const ranges = {};
  for (const [phase, , count] of rows) {
    ranges[phase] ??= [];
    ranges[phase].push(Number(count));
  }
  return ranges;
};

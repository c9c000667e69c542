import type { UploadChoices } from '../import-store';
import type { ColumnProfile, Mapping } from '../mapping';
import { defaultMatchKey } from './suggest';

/** A suggested mapping with the choices that came with the upload, which win. */
export function withChoices(mapping: Mapping, profiles: ColumnProfile[], choices: UploadChoices): Mapping {
  const sourceSystem = choices.sourceSystem ?? mapping.sourceSystem;
  return {
    ...mapping,
    sourceSystem,
    mode: choices.mode ?? mapping.mode,
    blank: choices.blank ?? mapping.blank,
    dateOrder: choices.dateOrder ?? mapping.dateOrder,
    matchKey: choices.matchKey ?? defaultMatchKey(mapping.columns, profiles, sourceSystem),
  };
}

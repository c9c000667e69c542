import type { AttributeChange, AttributeDefinition } from './attribute';

/** What the definitions of attributes ask of storage. */
export interface AttributeStore {
  /** By name, whatever the case of its letters. */
  listAttributes(): Promise<AttributeDefinition[]>;
  /** @returns false when there is one of that name, in whatever case, or as many as there may be */
  addAttribute(definition: AttributeDefinition): Promise<boolean>;
  /** @returns false when there is none of that name */
  changeAttribute(change: AttributeChange): Promise<boolean>;
  /** Removes the definition; what customers have of it stays. @returns false when there is none of that name */
  removeAttribute(name: string): Promise<boolean>;
}

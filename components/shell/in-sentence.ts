/** A label inside a sentence: `Debtor ID` → `debtor ID`, but `ID` stays. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

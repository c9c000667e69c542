/** Characters of a password. No rules beyond its length: https://pages.nist.gov/800-63-4/sp800-63b.html */
export const passwordLength = { least: 12, most: 128 };

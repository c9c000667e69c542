/** Why a PostgreSQL database cannot be used, in words for whoever set it. */
export class Unusable extends Error {}

/** Why a database was not moved, in words for the person who asked. The target has no rows then, if it had none before. */
export class MoveRefused extends Error {}

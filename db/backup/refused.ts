/** Why a backup was not made or not restored, in words for the person who asked. What was there is as it was. */
export class BackupRefused extends Error {}

/** Everything that is written down, and how a person reads it. */
export const auditActions = {
  set_up: 'Set the desk up',
  signed_in: 'Signed in',
  sign_in_refused: 'Was refused at sign-in',
  signed_out: 'Signed out',
  sessions_ended: 'Ended sessions',
  password_changed: 'Changed the password',
  password_reset: 'Reset a password',
  second_factor_on: 'Switched the second factor on',
  second_factor_off: 'Switched the second factor off',
  recovery_codes_made: 'Made new recovery codes',
  person_invited: 'Invited a person',
  invitation_withdrawn: 'Withdrew an invitation',
  person_joined: 'Took an invitation',
  person_created: 'Made a person',
  role_changed: 'Changed a role',
  person_disabled: 'Disabled a person',
  person_enabled: 'Enabled a person',
  key_created: 'Made an API key',
  key_revoked: 'Revoked an API key',
  import_uploaded: 'Uploaded a file',
  import_read_anew: 'Had a file read anew',
  import_mapped: 'Mapped columns',
  rows_edited: 'Edited a row',
  import_submitted: 'Submitted an import',
  import_cancelled: 'Cancelled an import',
  import_deleted: 'Deleted an import',
  report_downloaded: 'Downloaded a report',
  customer_edited: 'Edited a customer',
  value_revealed: 'Looked at a sensitive value',
  customer_erased: 'Erased a customer',
  retention_changed: 'Changed how long data are kept',
  audit_exported: 'Exported the audit log',
  backup_made: 'Made a backup',
  backup_restored: 'Restored a backup',
  secret_rotated: 'Changed the secret key',
} as const;

export type AuditAction = keyof typeof auditActions;

/** What an entry can be about. */
export const auditObjects = ['person', 'invitation', 'key', 'import', 'customer', 'settings'] as const;

import { z } from 'zod';
import { auditAnswer, auditView } from '../audit-api';
import {
  answerByIdView,
  answerBySourceIdView,
  answerBySourceSystemView,
  answerScheduledView,
  refusalByIdView,
  refusalBySourceSystemView,
  refusalScheduledView,
} from '../bulk/answer-schemas';
import { customerById, customerBySourceId, requestById, requestBySourceId } from '../bulk/by-id-schema';
import { requestBySourceSystem, sentInput } from '../bulk/by-source-system-schema';
import { scheduledCustomer, scheduledRequest } from '../bulk/scheduled-schema';
import {
  changeView,
  customersAnswer,
  customerView,
  customerWithChanges,
  editPlan,
  erasurePlan,
  erasureView,
  patchCustomer,
  revealAnswer,
  revealCustomer,
} from '../customer-api';
import { accountView, attributesAnswer, healthView, unreadAnswer } from '../desk-api';
import {
  cancelPlan,
  columnView,
  importsAnswer,
  importView,
  intakePlan,
  intakeView,
  putIntake,
  putMapping,
  submittedView,
  totalsView,
} from '../import-api';
import { notificationsAnswer, readNotifications } from '../notification-api';
import { issueGroup, issueView, nextAnswer, patchAnswer, patchRow, reportView, rowsAnswer, rowView } from '../row-api';

/** What is sent, by the name that the document has for it. */
export const bodySchemas = {
  BulkById: requestById,
  BulkByIdCustomer: customerById,
  BulkBySourceId: requestBySourceId,
  BulkBySourceIdCustomer: customerBySourceId,
  BulkCustomers: requestBySourceSystem,
  BulkCustomersInput: sentInput,
  BulkCreate: scheduledRequest,
  BulkCreateCustomer: scheduledCustomer,
  PutMapping: putMapping,
  PutIntake: putIntake,
  PatchRow: patchRow,
  PatchCustomer: patchCustomer,
  Reveal: revealCustomer,
  ReadNotifications: readNotifications,
};
export type BodyName = keyof typeof bodySchemas;

/** What is answered. */
export const answerSchemas = {
  BulkByIdAnswer: answerByIdView,
  BulkBySourceIdAnswer: answerBySourceIdView,
  BulkByIdRefusal: refusalByIdView,
  BulkCustomersAnswer: answerBySourceSystemView,
  BulkCustomersRefusal: refusalBySourceSystemView,
  BulkCreateAnswer: answerScheduledView,
  BulkCreateRefusal: refusalScheduledView,
  Import: importView,
  Column: columnView,
  Totals: totalsView,
  ImportList: importsAnswer,
  CancelAnswer: z.union([importView, cancelPlan]),
  Intake: intakeView,
  IntakeAnswer: z.union([importView, intakePlan]),
  Submitted: submittedView,
  Row: rowView,
  Issue: issueView,
  RowList: rowsAnswer,
  NextRow: nextAnswer,
  Report: reportView,
  PatchedRow: patchAnswer,
  IssueGroups: z.array(issueGroup),
  Customer: customerView,
  EditAnswer: z.union([customerView, editPlan]),
  CustomerList: customersAnswer,
  CustomerWithChanges: customerWithChanges,
  Change: changeView,
  Erasure: erasureView,
  ErasurePlan: erasurePlan,
  Revealed: revealAnswer,
  Attributes: attributesAnswer,
  NotificationList: notificationsAnswer,
  Unread: unreadAnswer,
  Account: accountView,
  AuditEntry: auditView,
  AuditLog: auditAnswer,
  Health: healthView,
  OpenApi: z.looseObject({ openapi: z.string() }),
};
export type AnswerName = keyof typeof answerSchemas;

-- REPLACE removes the row that is in its way without asking the triggers of deletes (https://www.sqlite.org/lang_conflict.html).
CREATE TRIGGER `audit_log_no_replace` BEFORE INSERT ON `audit_log` WHEN EXISTS (SELECT 1 FROM `audit_log` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'the audit log cannot be changed'); END;

CREATE TABLE "attribute_definitions" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"label" text collate "C",
	"class" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"options" text collate "C" NOT NULL,
	"description" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "customer_attributes" (
	"customer_id" bigint NOT NULL,
	"class" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	CONSTRAINT "customer_attributes_customer_id_class_name_pk" PRIMARY KEY("customer_id","class","name")
);
--> statement-breakpoint
CREATE TABLE "notification_marks" (
	"person_id" text collate "C" PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_reads" (
	"person_id" text collate "C" NOT NULL,
	"notification_id" bigint NOT NULL,
	CONSTRAINT "notification_reads_person_id_notification_id_pk" PRIMARY KEY("person_id","notification_id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"import_id" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "code" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "name" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "first_name" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "middle_name" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "last_name" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "representative" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "is_company" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "vat_number" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "mobile" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "url" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "locale" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "icp" text collate "C";--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD COLUMN "notes" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "cc_emails" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "primary_language" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "parent" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "bill_to_customer_id" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "collector_id" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "customer_rule_due_option" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "addresses_last_updated_at" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contacts_last_updated_at" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "deleted_at" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "metadata" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contacts" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "customer_email_settings" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "customer_integration_settings" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "payment_line_items" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "remittance_line_items" text collate "C";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "request_key" text collate "C";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "request_hash" text collate "C";--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "atomic" smallint;--> statement-breakpoint
CREATE UNIQUE INDEX "attribute_definitions_name" ON "attribute_definitions" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "notification_reads_notification" ON "notification_reads" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "notifications_import" ON "notifications" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "notifications_created" ON "notifications" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customers_parent" ON "customers" USING btree ("parent") WHERE parent is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "imports_request" ON "imports" USING btree ("created_by_id","request_key") WHERE request_key is not null;
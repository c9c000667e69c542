CREATE TABLE "customer_attributes" (
	"customer_id" bigint NOT NULL,
	"class" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	CONSTRAINT "customer_attributes_customer_id_class_name_pk" PRIMARY KEY("customer_id","class","name")
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
CREATE INDEX "customers_parent" ON "customers" USING btree ("parent") WHERE parent is not null;
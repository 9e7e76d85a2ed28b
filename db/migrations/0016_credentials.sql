CREATE TABLE `credential` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`person_id` text NOT NULL,
	`achievement` text NOT NULL,
	`period` text NOT NULL,
	`name_ko` text NOT NULL,
	`name_en` text NOT NULL,
	`recipient` text NOT NULL,
	`earned_at` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`valid_until` integer,
	`status_list` integer NOT NULL,
	`status_index` integer NOT NULL,
	`json` text NOT NULL,
	`jwt` text NOT NULL,
	`stands_for` text,
	`revoked_at` integer,
	`revoked_by` text,
	`revoked_for` text,
	`revoked_why` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credential_event` ON `credential` (`event_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credential_stands_for` ON `credential` (`stands_for`);--> statement-breakpoint
CREATE UNIQUE INDEX `credential_status` ON `credential` (`status_list`,`status_index`);--> statement-breakpoint
CREATE INDEX `credential_person` ON `credential` (`person_id`,`issued_at`);--> statement-breakpoint
CREATE INDEX `credential_issued` ON `credential` (`issued_at`);--> statement-breakpoint
CREATE TABLE `credential_status_list` (
	`issuer` text NOT NULL,
	`list` integer NOT NULL,
	`revoked` integer NOT NULL,
	`signed_with` text NOT NULL,
	`made_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`issuer`, `list`)
);
--> statement-breakpoint
CREATE TABLE `issuer_key` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`issuer` text NOT NULL,
	`kind` text NOT NULL,
	`public_key` text NOT NULL,
	`sealed` text,
	`in_use` text,
	`made_at` integer NOT NULL,
	`retired_at` integer,
	`withdrawn_from` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issuer_key_url` ON `issuer_key` (`url`);--> statement-breakpoint
CREATE UNIQUE INDEX `issuer_key_in_use` ON `issuer_key` (`in_use`);
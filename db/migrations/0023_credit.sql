CREATE TABLE `credit` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`item` text NOT NULL,
	`handed_in_on` text NOT NULL,
	`withdrawn_at` integer,
	`outcome` text,
	`answered_by` text,
	`answered_at` integer,
	`reason` text,
	`valid_until` text
);
--> statement-breakpoint
CREATE INDEX `credit_person` ON `credit` (`person_id`);
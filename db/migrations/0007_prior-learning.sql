CREATE TABLE `prior_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`description` text NOT NULL,
	`earned_on` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`document_name` text NOT NULL,
	`document_type` text NOT NULL,
	`document_bytes` integer NOT NULL,
	`document_hash` text NOT NULL,
	`withdrawn_at` integer,
	`decided_at` integer,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `prior_claim_person` ON `prior_claim` (`person_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `prior_claim_state` ON `prior_claim` (`withdrawn_at`,`decided_at`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `prior_claim_part` (
	`claim_id` text NOT NULL,
	`position` integer NOT NULL,
	`competency` text NOT NULL,
	`level` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `competency`),
	FOREIGN KEY (`claim_id`) REFERENCES `prior_claim`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `prior_decision` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`competency` text NOT NULL,
	`level` integer,
	`reason` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`at` integer NOT NULL,
	`evidence_id` text,
	FOREIGN KEY (`claim_id`) REFERENCES `prior_claim`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `prior_decision_claim` ON `prior_decision` (`claim_id`,`seq`);--> statement-breakpoint
CREATE TABLE `prior_document` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `prior_claim`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`person_id` text NOT NULL,
	`competency` text NOT NULL,
	`reason` text NOT NULL,
	`raised_at` integer NOT NULL,
	`escalated_at` integer,
	`outcome` text,
	`closed_by` text,
	`answer` text,
	`closed_at` integer,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `challenge_person` ON `challenge` (`person_id`,`raised_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_open` ON `challenge` (`evidence_id`) WHERE outcome is null;--> statement-breakpoint
CREATE INDEX `challenge_waiting` ON `challenge` (`raised_at`) WHERE outcome is null;--> statement-breakpoint
CREATE TABLE `level_signature` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`competency` text NOT NULL,
	`level` integer NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`framework_version` integer NOT NULL,
	`estimate` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text
);
--> statement-breakpoint
CREATE INDEX `level_signature_person` ON `level_signature` (`person_id`,`competency`);--> statement-breakpoint
CREATE TABLE `observation` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`rater_id` text NOT NULL,
	`form` text NOT NULL,
	`day` text NOT NULL,
	`place` text NOT NULL,
	`note` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text
);
--> statement-breakpoint
CREATE INDEX `observation_person` ON `observation` (`person_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `peer_request` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`peer_id` text NOT NULL,
	`competencies` text NOT NULL,
	`message` text NOT NULL,
	`asked_at` integer NOT NULL,
	`outcome` text,
	`note` text,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `peer_request_person` ON `peer_request` (`person_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `peer_request_peer` ON `peer_request` (`peer_id`,`asked_at`);
CREATE TABLE `absence` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `absence_person` ON `absence` (`person_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`unit_id` text,
	`person_id` text,
	`opens_on` text NOT NULL,
	`due_on` text NOT NULL,
	`reason_ko` text NOT NULL,
	`reason_en` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `assignment_unit` ON `assignment` (`unit_id`);--> statement-breakpoint
CREATE INDEX `assignment_person` ON `assignment` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entry_subject` ON `audit_entry` (`subject`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entry_act` ON `audit_entry` (`act`,`at`);--> statement-breakpoint
CREATE TABLE `content_snapshot` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`body` text NOT NULL,
	`first_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `content_snapshot_object` ON `content_snapshot` (`kind`,`object_id`,`first_seen_at`);--> statement-breakpoint
CREATE TABLE `cohort` (
	`id` text PRIMARY KEY NOT NULL,
	`name_ko` text NOT NULL,
	`name_en` text NOT NULL,
	`course_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cohort_member` (
	`cohort_id` text NOT NULL,
	`person_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`cohort_id`, `person_id`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cohort_member_person` ON `cohort_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `cohort_trainer` (
	`cohort_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`cohort_id`, `person_id`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cohort_trainer_person` ON `cohort_trainer` (`person_id`);--> statement-breakpoint
CREATE TABLE `competency_cell` (
	`person_id` text NOT NULL,
	`competency` text NOT NULL,
	`sums` text NOT NULL,
	`pieces` integer NOT NULL,
	`kinds` integer NOT NULL,
	`confirmed_then` integer NOT NULL,
	`last_shown_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `competency`)
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`competency` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`source` text NOT NULL,
	`run_id` text,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_reason` text
);
--> statement-breakpoint
CREATE INDEX `evidence_cell` ON `evidence` (`person_id`,`competency`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`unit_id` text,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_created` ON `invitation` (`created_at`);--> statement-breakpoint
CREATE TABLE `password_reset` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `password_reset_person` ON `password_reset` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`password_hash` text NOT NULL,
	`unit_id` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`is_demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_login_unique` ON `person` (`login`);--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE INDEX `person_unit` ON `person` (`unit_id`);--> statement-breakpoint
CREATE INDEX `person_name` ON `person` (`name`);--> statement-breakpoint
CREATE TABLE `role_grant` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE INDEX `session_expiry` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`name_ko` text NOT NULL,
	`name_en` text NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_path_unique` ON `unit` (`path`);--> statement-breakpoint
CREATE INDEX `unit_parent` ON `unit` (`parent_id`);--> statement-breakpoint
CREATE TABLE `progress` (
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`version` text NOT NULL,
	`state` text NOT NULL,
	`percent` integer NOT NULL,
	`steps_done` integer NOT NULL,
	`steps_total` integer NOT NULL,
	`next_step` text,
	`steps` text NOT NULL,
	`correct` integer NOT NULL,
	`questions` integer NOT NULL,
	`started_at` integer NOT NULL,
	`last_activity_at` integer NOT NULL,
	`completed_at` integer,
	PRIMARY KEY(`person_id`, `course_id`)
);
--> statement-breakpoint
CREATE INDEX `progress_course` ON `progress` (`course_id`,`state`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`address` text NOT NULL,
	`locale` text NOT NULL,
	`template` text NOT NULL,
	`params` text NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`next_attempt_at`) WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`);--> statement-breakpoint
CREATE TABLE `statement` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`actor_id` text NOT NULL,
	`verb` text NOT NULL,
	`object_type` text NOT NULL,
	`object_id` text NOT NULL,
	`object_version` text NOT NULL,
	`course_id` text,
	`result` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_id_unique` ON `statement` (`id`);--> statement-breakpoint
CREATE INDEX `statement_actor_course` ON `statement` (`actor_id`,`course_id`);--> statement-breakpoint
CREATE INDEX `statement_actor_time` ON `statement` (`actor_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `scenario_reflection` (
	`run_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`run_id`, `question`),
	FOREIGN KEY (`run_id`) REFERENCES `scenario_run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `scenario_run` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`logic_hash` text NOT NULL,
	`engine` text NOT NULL,
	`seat` text NOT NULL,
	`mode` text NOT NULL,
	`course_id` text,
	`started_at` integer NOT NULL,
	`last_step_at` integer NOT NULL,
	`finished_at` integer,
	`ending` text,
	`branched_from_run` text,
	`branched_from_seq` integer
);
--> statement-breakpoint
CREATE INDEX `scenario_run_person` ON `scenario_run` (`person_id`,`scenario_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `scenario_run_version` ON `scenario_run` (`scenario_id`,`logic_hash`,`finished_at`);--> statement-breakpoint
CREATE TABLE `scenario_step` (
	`run_id` text NOT NULL,
	`seq` integer NOT NULL,
	`event_id` text NOT NULL,
	`choice_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`run_id`, `seq`),
	FOREIGN KEY (`run_id`) REFERENCES `scenario_run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_step_event` ON `scenario_step` (`event_id`);
CREATE TABLE `scenario_met` (
	`person_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`logic_hash` text NOT NULL,
	`run_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `scenario_id`, `logic_hash`, `run_id`),
	FOREIGN KEY (`run_id`) REFERENCES `scenario_run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vote` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`seq` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_by` text,
	`closed_at` integer,
	`called_off_at` integer,
	FOREIGN KEY (`run_id`) REFERENCES `vote_exercise`(`run_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vote_run` ON `vote` (`run_id`,`seq`);--> statement-breakpoint
CREATE TABLE `vote_ballot` (
	`id` text PRIMARY KEY NOT NULL,
	`vote_id` text NOT NULL,
	`person_id` text NOT NULL,
	`choice` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`vote_id`) REFERENCES `vote`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vote_ballot_vote` ON `vote_ballot` (`vote_id`);--> statement-breakpoint
CREATE INDEX `vote_ballot_person` ON `vote_ballot` (`person_id`);--> statement-breakpoint
CREATE TABLE `vote_exercise` (
	`run_id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `vote_exercise_cohort` ON `vote_exercise` (`cohort_id`,`opened_at`);
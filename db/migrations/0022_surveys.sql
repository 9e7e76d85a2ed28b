CREATE TABLE `survey_answer` (
	`round_id` text NOT NULL,
	`id` text NOT NULL,
	`panel` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`round_id`, `id`),
	FOREIGN KEY (`round_id`) REFERENCES `survey_round`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_answered` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `survey_round`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_round` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`body` text NOT NULL,
	`wording` text NOT NULL,
	`place` text NOT NULL,
	`place_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `survey_round_place` ON `survey_round` (`place`,`place_id`);
CREATE TABLE `scenario_player` (
	`run_id` text NOT NULL,
	`seat` text NOT NULL,
	`person_id` text NOT NULL,
	`mode` text NOT NULL,
	`course_id` text,
	`joined_at` integer NOT NULL,
	`heard_at` integer NOT NULL,
	`left_at` integer,
	`pace_minutes` integer,
	`pace_since` integer,
	PRIMARY KEY(`run_id`, `seat`),
	FOREIGN KEY (`run_id`) REFERENCES `scenario_run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_player_person` ON `scenario_player` (`run_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `scenario_player_runs` ON `scenario_player` (`person_id`,`joined_at`);--> statement-breakpoint
ALTER TABLE `scenario_run` ADD `kind` text DEFAULT 'alone' NOT NULL;--> statement-breakpoint
ALTER TABLE `scenario_run` ADD `host_id` text;--> statement-breakpoint
ALTER TABLE `scenario_run` ADD `code` text;--> statement-breakpoint
ALTER TABLE `scenario_run` ADD `begun_at` integer;--> statement-breakpoint
ALTER TABLE `scenario_run` ADD `called_off_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_run_code` ON `scenario_run` (`code`);--> statement-breakpoint
ALTER TABLE `scenario_step` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `scenario_step` ADD `pace_minutes` integer;--> statement-breakpoint
ALTER TABLE `scenario_step` ADD `due_at` integer;--> statement-breakpoint
-- Every run so far was played alone: its person is its only player and took all of its steps.
INSERT INTO `scenario_player` (`run_id`, `seat`, `person_id`, `mode`, `course_id`, `joined_at`, `heard_at`)
	SELECT `id`, `seat`, `person_id`, `mode`, `course_id`, `started_at`, `last_step_at` FROM `scenario_run`;--> statement-breakpoint
UPDATE `scenario_run` SET `begun_at` = `started_at`;--> statement-breakpoint
UPDATE `scenario_step` SET `person_id` = (SELECT `person_id` FROM `scenario_run` WHERE `id` = `scenario_step`.`run_id`);--> statement-breakpoint
CREATE TABLE `__new_scenario_reflection` (
	`run_id` text NOT NULL,
	`person_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`run_id`, `person_id`, `question`),
	FOREIGN KEY (`run_id`) REFERENCES `scenario_run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_scenario_reflection` (`run_id`, `person_id`, `question`, `answer`, `at`)
	SELECT `run_id`, (SELECT `person_id` FROM `scenario_run` WHERE `id` = `run_id`), `question`, `answer`, `at` FROM `scenario_reflection`;--> statement-breakpoint
DROP TABLE `scenario_reflection`;--> statement-breakpoint
ALTER TABLE `__new_scenario_reflection` RENAME TO `scenario_reflection`;--> statement-breakpoint
DROP INDEX `scenario_run_person`;--> statement-breakpoint
ALTER TABLE `scenario_run` DROP COLUMN `person_id`;--> statement-breakpoint
ALTER TABLE `scenario_run` DROP COLUMN `seat`;--> statement-breakpoint
ALTER TABLE `scenario_run` DROP COLUMN `mode`;--> statement-breakpoint
ALTER TABLE `scenario_run` DROP COLUMN `course_id`;

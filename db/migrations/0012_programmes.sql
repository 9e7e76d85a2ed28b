CREATE TABLE `excuse` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`period` text NOT NULL,
	`reason` text NOT NULL,
	`excused_by` text NOT NULL,
	`excused_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	FOREIGN KEY (`programme_id`) REFERENCES `programme`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `excuse_person` ON `excuse` (`person_id`);--> statement-breakpoint
CREATE TABLE `extension` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`period` text NOT NULL,
	`wanted_until` text NOT NULL,
	`reason` text NOT NULL,
	`asked_at` integer NOT NULL,
	`escalated_at` integer,
	`outcome` text,
	`granted_until` text,
	`answered_by` text,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `programme`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `extension_person` ON `extension` (`person_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `extension_answered` ON `extension` (`answered_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `extension_open` ON `extension` (`person_id`,`programme_id`,`period`) WHERE outcome is null;--> statement-breakpoint
CREATE TABLE `person_attribute` (
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `name`)
);
--> statement-breakpoint
CREATE INDEX `person_attribute_value` ON `person_attribute` (`name`,`value`);--> statement-breakpoint
CREATE TABLE `programme` (
	`id` text PRIMARY KEY NOT NULL,
	`name_ko` text NOT NULL,
	`name_en` text NOT NULL,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer,
	`derived_revision` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `programme_name_ko` ON `programme` (`name_ko`);--> statement-breakpoint
CREATE INDEX `programme_name_en` ON `programme` (`name_en`);--> statement-breakpoint
CREATE TABLE `programme_change` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`why` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programme`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_change_revision` ON `programme_change` (`programme_id`,`revision`);--> statement-breakpoint
CREATE TABLE `programme_member` (
	`person_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`person_id`, `programme_id`)
);
--> statement-breakpoint
CREATE TABLE `programme_period` (
	`person_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`period` text NOT NULL,
	`rule_id` text NOT NULL,
	`opens_on` text NOT NULL,
	`set_for` text NOT NULL,
	`due_on` text NOT NULL,
	`grace_until` text NOT NULL,
	`done_on` text,
	`valid_until` text,
	`standing` text NOT NULL,
	`is_impossible` integer NOT NULL,
	`ended_on` text,
	PRIMARY KEY(`person_id`, `programme_id`, `period`)
);
--> statement-breakpoint
CREATE INDEX `programme_period_standing` ON `programme_period` (`programme_id`,`standing`,`due_on`);--> statement-breakpoint
CREATE TABLE `programme_transition` (
	`person_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`period` text NOT NULL,
	`what` text NOT NULL,
	`on_day` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`person_id`, `programme_id`, `period`, `what`, `on_day`)
);
--> statement-breakpoint
CREATE INDEX `programme_transition_day` ON `programme_transition` (`on_day`);--> statement-breakpoint
CREATE TABLE `programme_work` (
	`name` text PRIMARY KEY NOT NULL,
	`leased_until` integer NOT NULL,
	`holder` text NOT NULL,
	`done` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `absence` ADD `recorded_by` text;--> statement-breakpoint
ALTER TABLE `absence` ADD `why` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `absence` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `absence` ADD `withdrawn_by` text;--> statement-breakpoint
ALTER TABLE `absence` ADD `withdrawn_reason` text;--> statement-breakpoint
CREATE INDEX `absence_recorded` ON `absence` (`recorded_at`);
--> statement-breakpoint
-- Courses that were set for units and people become a programme for each course; each row a rule of it, the nearest of which
-- counts as before. The titles are not in the database: the programme is named when the server starts.
INSERT INTO `programme` (`id`, `name_ko`, `name_en`, `body`, `revision`, `changed_at`, `retired_at`, `derived_revision`)
SELECT `course_id`, `course_id`, `course_id`, json_object(
  'v', 1,
  'name', json_object('ko', `course_id`, 'en', `course_id`),
  'reason', json_object('ko', min(`reason_ko`), 'en', min(`reason_en`)),
  'need', json_object('take', 'all', 'groups', json_array(json_object(
    'take', 'all', 'items', json_array(json_object('kind', 'course', 'id', `course_id`))))),
  'rules', json_group_array(json_object(
    'id', `id`,
    'from', min(date(`created_at` / 1000, 'unixepoch'), `opens_on`),
    'place', json(CASE
      WHEN `person_id` IS NOT NULL THEN json_object('kind', 'people', 'people', json_array(`person_id`))
      ELSE json_object('kind', 'unit', 'unit', `unit_id`) END),
    'who', json_array(),
    'duty', 'required',
    'timing', json_object(
      'recurs', json_object('kind', 'once', 'due', `due_on`),
      'opensBefore', CAST(min(1100, max(0, julianday(`due_on`) - julianday(`opens_on`))) AS INTEGER),
      'graceDays', 0, 'validMonths', json('null'), 'credit', 'any-time', 'joinDays', 0),
    'reason', json_object('ko', `reason_ko`, 'en', `reason_en`))),
  'minutesADay', json('null')),
  1, max(`created_at`), NULL, 0
FROM (SELECT * FROM `assignment` WHERE `unit_id` IS NOT NULL OR `person_id` IS NOT NULL ORDER BY `due_on`)
GROUP BY `course_id`;
--> statement-breakpoint
INSERT INTO `programme_change` (`id`, `programme_id`, `revision`, `at`, `actor_id`, `act`, `why`, `body`)
SELECT `id`, `id`, 1, `changed_at`, NULL, 'carried-over', '', `body` FROM `programme`;
--> statement-breakpoint
DROP TABLE `assignment`;
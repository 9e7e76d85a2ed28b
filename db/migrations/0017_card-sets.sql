CREATE TABLE `refresher_set` (
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`person_id`, `course_id`)
);

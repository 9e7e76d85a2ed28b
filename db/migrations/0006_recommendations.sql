CREATE TABLE `recommendation_dismissal` (
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`situation` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
);

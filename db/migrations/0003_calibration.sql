CREATE TABLE `calibrated_item` (
	`version` integer NOT NULL,
	`source` text NOT NULL,
	`competency` text NOT NULL,
	`difficulty` real NOT NULL,
	`authored` real NOT NULL,
	`answers` integer NOT NULL,
	`right_answers` integer NOT NULL,
	`findings` text NOT NULL,
	PRIMARY KEY(`version`, `source`),
	FOREIGN KEY (`version`) REFERENCES `calibration`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calibrated_rater` (
	`version` integer NOT NULL,
	`rater_id` text NOT NULL,
	`severity` real NOT NULL,
	`ratings` integer NOT NULL,
	PRIMARY KEY(`version`, `rater_id`),
	FOREIGN KEY (`version`) REFERENCES `calibration`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calibration` (
	`version` integer PRIMARY KEY NOT NULL,
	`made_at` integer NOT NULL,
	`prior_mean` real NOT NULL,
	`prior_sd` real NOT NULL,
	`people` integer NOT NULL,
	`answers` integer NOT NULL,
	`ratings` integer NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_competency_cell` (
	`person_id` text NOT NULL,
	`competency` text NOT NULL,
	`sums` text NOT NULL,
	`pieces` integer NOT NULL,
	`kinds` text NOT NULL,
	`confirmed_level` integer NOT NULL,
	`confirmed_at` integer,
	`last_shown_at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`person_id`, `competency`)
);
--> statement-breakpoint
-- What was one sum fading at the normal speed becomes the sums by speed; which kinds count is asked of the evidence.
INSERT INTO `__new_competency_cell`("person_id", "competency", "sums", "pieces", "kinds", "confirmed_level", "confirmed_at", "last_shown_at", "version")
SELECT "person_id", "competency",
	CASE WHEN "sums" LIKE '[%' THEN '{"normal":' || "sums" || '}' ELSE "sums" END,
	"pieces",
	(SELECT json_group_array("kind") FROM (
		SELECT DISTINCT e."kind" FROM `evidence` e
		WHERE e."person_id" = c."person_id" AND e."competency" = c."competency" AND e."revoked_at" IS NULL AND e."kind" <> 'self'
		ORDER BY e."kind"
	)),
	"confirmed_then",
	CASE WHEN "confirmed_then" > 0 THEN "last_shown_at" END,
	"last_shown_at", 0
FROM `competency_cell` c;
--> statement-breakpoint
DROP TABLE `competency_cell`;--> statement-breakpoint
ALTER TABLE `__new_competency_cell` RENAME TO `competency_cell`;--> statement-breakpoint
PRAGMA foreign_keys=ON;
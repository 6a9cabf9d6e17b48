-- Adminer 4.8.1 PostgreSQL 15.3 dump

\connect "db";

DROP TABLE IF EXISTS "t";
CREATE SEQUENCE t_id_seq INCREMENT 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1;

CREATE TABLE "public"."t" (
    "id" integer DEFAULT nextval('t_id_seq') NOT NULL,
    "a" text NOT NULL,
    "b" bytea,
    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
) WITH (oids = false);

INSERT INTO "t" ("id", "a", "b") VALUES
(1,	'⟪L’été à la café — it’s déjà vu⟫\',	'⟦é⟧'),
(2,	'⟪à côté de l’école⟫',	NULL);

-- 2026-01-01 00:00:00.000000+00

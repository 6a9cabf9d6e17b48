-- --------------------------------------------------------
-- Host:                         127.0.0.1
-- Server version:               PostgreSQL 16.3, compiled by Visual C++ build 1938, 64-bit
-- Server OS:                    
-- HeidiSQL Version:             12.7.0.6850
-- --------------------------------------------------------

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES  */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

-- Dumping structure for function public.f
DELIMITER //
CREATE FUNCTION "f"() RETURNS UNKNOWN AS $$ BEGIN RETURN '⟦été⟧'; END; $$//
DELIMITER ;

-- Dumping structure for table public.t
CREATE TABLE IF NOT EXISTS "t" (
	"id" INTEGER NOT NULL DEFAULT 'nextval(''t_id_seq''::regclass)',
	"a" VARCHAR(255) NOT NULL,
	"b" BYTEA NULL DEFAULT NULL,
	PRIMARY KEY ("id"),
	UNIQUE "u" ("a")
);

-- Dumping data for table public.t: 2 rows
/*!40000 ALTER TABLE "t" DISABLE KEYS */;
INSERT INTO "t" ("id", "a", "b") VALUES
	(1, 'C:\⟪été’s⟫\', '⟦é⟧'),
	(2, E'it\'s ⟪à côté de l’école⟫', NULL);
/*!40000 ALTER TABLE "t" ENABLE KEYS */;

/*!40103 SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system') */;

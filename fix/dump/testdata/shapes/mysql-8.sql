-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: shop
-- ------------------------------------------------------
-- Server version	8.0.36

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
SET @MYSQLDUMP_TEMP_LOG_BIN = @@SESSION.SQL_LOG_BIN;
SET @@SESSION.SQL_LOG_BIN= 0;

--
-- GTID state at the beginning of the backup
--

SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5';

CREATE DATABASE /*!32312 IF NOT EXISTS*/ `shop` /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci */ /*!80016 DEFAULT ENCRYPTION='N' */;

USE `shop`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `items` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT '⟪café⟫' COMMENT '⟪le prix du café — l’été⟫',
  `name2` varchar(100) DEFAULT (_utf8mb4'⟪déjà⟫ \'vu\''),
  `up` varchar(100) GENERATED ALWAYS AS (concat(_utf8mb4'⟪été⟫',upper(`name`))) VIRTUAL,
  `js` json DEFAULT NULL,
  `hid` varchar(20) DEFAULT NULL /*!80023 INVISIBLE */,
  `k` enum('⟪été⟫','hiver') COLLATE utf8mb4_0900_ai_ci DEFAULT '⟪été⟫',
  `bl` blob,
  `g` geometry NOT NULL /*!80003 SRID 4326 */,
  `vec` vector(3) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `fx` ((lower(`name`))),
  KEY `inv` (`k`) /*!80000 INVISIBLE */,
  CONSTRAINT `c1` CHECK ((`name` <> _utf8mb4'⟪été⟫')) /*!80016 NOT ENFORCED */
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='⟪la table de l’été⟫'
/*!50100 PARTITION BY RANGE (`id`)
(PARTITION p0 VALUES LESS THAN (10) COMMENT = '⟪été⟫' ENGINE = InnoDB,
 PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */;
/*!40101 SET character_set_client = @saved_cs_client */;

LOCK TABLES `items` WRITE;
/*!40000 ALTER TABLE `items` DISABLE KEYS */;
INSERT INTO `items` (`id`, `name`, `name2`, `js`, `hid`, `k`, `bl`, `g`, `vec`) VALUES (1,'⟪L’été à la café — it’s déjà vu⟫','⟪à côté de l’école⟫','{\"t\": \"⟪à côté de l’école⟫\", \"n\": 1}',NULL,'⟪été⟫',_binary '⟦été⟧',_binary '\0\0\0⟦é⟧',_binary '⟦é⟧'),(2,'x','⟪à côté de l’école⟫','[]','⟪à côté de l’école⟫','hiver',NULL,_binary '',NULL);
/*!40000 ALTER TABLE `items` ENABLE KEYS */;
UNLOCK TABLES;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `tr` BEFORE INSERT ON `items` FOR EACH ROW begin set new.name2='⟦été⟧'; end */;;
DELIMITER ;
/*!80000 ANALYZE TABLE `items` UPDATE HISTOGRAM ON `name` WITH 100 BUCKETS */;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `v` AS select `items`.`id` AS `id`,_utf8mb4'⟦été⟧' AS `x` from `items` */;
SET @@SESSION.SQL_LOG_BIN = @MYSQLDUMP_TEMP_LOG_BIN;
-- Dump completed on 2026-01-01  0:00:00

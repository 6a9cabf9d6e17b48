-- --------------------------------------------------------
-- Host:                         127.0.0.1
-- Server version:               8.0.30 - MySQL Community Server - GPL
-- Server OS:                    Win64
-- HeidiSQL Version:             12.1.0.6537
-- --------------------------------------------------------

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8 */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;

-- Dumping structure for table d.t
CREATE TABLE IF NOT EXISTS `t` (
  `id` int NOT NULL AUTO_INCREMENT,
  `a` varchar(50) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `b` blob,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Dumping data for table d.t: ~2 rows (approximately)
INSERT INTO `t` (`id`, `a`, `b`) VALUES
	(1, '⟪L’été à la café — it’s déjà vu⟫', _binary 0xC3A9),
	(2, 'it\'s ⟪à côté de l’école⟫', NULL);

/*!40103 SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system') */;

-- Adminer 4.8.1 MySQL 8.0.36 dump

SET NAMES utf8;
SET time_zone = '+00:00';
SET foreign_key_checks = 0;
SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';

SET NAMES utf8mb4;

DROP TABLE IF EXISTS `t`;
CREATE TABLE `t` (
  `id` int NOT NULL,
  `a` varchar(100) NOT NULL,
  `b` blob NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `t` (`id`, `a`, `b`) VALUES
(1,	'⟪L’été à la café — it’s déjà vu⟫',	UNHEX('C3A9')),
(2,	'⟪à côté de l’école⟫\n',	'⟦é⟧')
ON DUPLICATE KEY UPDATE `id` = VALUES(`id`), `a` = VALUES(`a`);

-- 2026-01-01 00:00:00

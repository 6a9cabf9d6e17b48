-- phpMyAdmin SQL Dump
-- version 5.2.1
-- https://www.phpmyadmin.net/
--
-- Hôte : 127.0.0.1
-- Généré le : jeu. 01 jan. 2026 à 10:00

SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";


/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;

--
-- Base de données : `d`
--

-- --------------------------------------------------------

CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  `slug` varchar(100) NOT NULL,
  `b` blob DEFAULT NULL,
  `txt` text DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

INSERT INTO `t` (`id`, `slug`, `b`, `txt`) VALUES
(1, '⟪L’été à la café — it’s déjà vu⟫', 0xc3a9, 'it\'s ⟪à côté de l’école⟫\r\nx'),
(2, '⟪café⟫', NULL, 'it''s ⟪à côté de l’école⟫'),
(3, 'café', NULL, NULL);

ALTER TABLE `t`
  ADD PRIMARY KEY (`id`);

ALTER TABLE `t`
  MODIFY `id` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=4;
COMMIT;

/*M!999999\- enable the sandbox mode */ 

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
DROP TABLE IF EXISTS `t`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  `txt` text DEFAULT NULL,
  `v` varchar(200) DEFAULT 'dé',
  `e` enum('é','plain') DEFAULT 'é',
  `s` set('é','ü') DEFAULT NULL,
  `b` blob DEFAULT NULL,
  `vb` varbinary(200) DEFAULT NULL,
  `bt` bit(8) DEFAULT NULL,
  `j` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`j`)),
  `p` longtext DEFAULT NULL,
  `g` varchar(50) GENERATED ALWAYS AS (concat(`id`,'ç')) VIRTUAL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='Tàble';
/*!40101 SET character_set_client = @saved_cs_client */;

LOCK TABLES `t` WRITE;
/*!40000 ALTER TABLE `t` DISABLE KEYS */;
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (0,'L’été à la plage – c’est “génial”','L’été à la plage – c’est “génial”','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"L’été à la plage – c’est “génial”\"}','a:2:{s:4:\"name\";s:47:\"L’été à la plage – c’est “génial”\";i:0;i:5;}','0ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1,'Привет, мир! Это тест.','Привет, мир! Это тест.','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Привет, мир! Это тест.\"}','a:2:{s:4:\"name\";s:38:\"Привет, мир! Это тест.\";i:0;i:5;}','1ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (2,'日本語のテキスト','日本語のテキスト','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"日本語のテキスト\"}','a:2:{s:4:\"name\";s:24:\"日本語のテキスト\";i:0;i:5;}','2ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (3,'Ελληνικά και άλλα','Ελληνικά και άλλα','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ελληνικά και άλλα\"}','a:2:{s:4:\"name\";s:32:\"Ελληνικά και άλλα\";i:0;i:5;}','3ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (4,'Zażółć gęślą jaźń','Zażółć gęślą jaźń','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Zażółć gęślą jaźń\"}','a:2:{s:4:\"name\";s:26:\"Zażółć gęślą jaźń\";i:0;i:5;}','4ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (5,'naïve café, Ångström','naïve café, Ångström','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"naïve café, Ångström\"}','a:2:{s:4:\"name\";s:24:\"naïve café, Ångström\";i:0;i:5;}','5ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (6,'emoji 😀🎉 fin','emoji 😀🎉 fin','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"emoji 😀🎉 fin\"}','a:2:{s:4:\"name\";s:18:\"emoji 😀🎉 fin\";i:0;i:5;}','6ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (7,'שלום עולם','שלום עולם','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"שלום עולם\"}','a:2:{s:4:\"name\";s:17:\"שלום עולם\";i:0;i:5;}','7ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (8,'مرحبا بالعالم','مرحبا بالعالم','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"مرحبا بالعالم\"}','a:2:{s:4:\"name\";s:25:\"مرحبا بالعالم\";i:0;i:5;}','8ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (9,'한국어 텍스트','한국어 텍스트','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"한국어 텍스트\"}','a:2:{s:4:\"name\";s:19:\"한국어 텍스트\";i:0;i:5;}','9ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (10,'it\'s \"quoted\" \\ back\nnew	line\r\n% _','it\'s \"quoted\" \\ back\nnew	line\r\n% _','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"it\'s \\\"quoted\\\" \\\\ back\\nnew\\tline\\r\\n% _\"}','a:2:{s:4:\"name\";s:34:\"it\'s \"quoted\" \\ back\nnew	line\r\n% _\";i:0;i:5;}','10ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (11,'Größe: 5×£35 – ½','Größe: 5×£35 – ½','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Größe: 5×£35 – ½\"}','a:2:{s:4:\"name\";s:23:\"Größe: 5×£35 – ½\";i:0;i:5;}','11ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (12,'Ñandú ¿qué?','Ñandú ¿qué?','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ñandú ¿qué?\"}','a:2:{s:4:\"name\";s:15:\"Ñandú ¿qué?\";i:0;i:5;}','12ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (13,'Đặng Thị Hồng','Đặng Thị Hồng','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Đặng Thị Hồng\"}','a:2:{s:4:\"name\";s:20:\"Đặng Thị Hồng\";i:0;i:5;}','13ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (14,'plain ascii','plain ascii','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"plain ascii\"}','a:2:{s:4:\"name\";s:11:\"plain ascii\";i:0;i:5;}','14ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (15,'','','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"\"}','a:2:{s:4:\"name\";s:0:\"\";i:0;i:5;}','15ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (16,'Čeština říká ťuk','Čeština říká ťuk','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Čeština říká ťuk\"}','a:2:{s:4:\"name\";s:22:\"Čeština říká ťuk\";i:0;i:5;}','16ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (17,'tschüß €100','tschüß €100','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"tschüß €100\"}','a:2:{s:4:\"name\";s:15:\"tschüß €100\";i:0;i:5;}','17ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1000,'SÃO PAULO','SÃO PAULO','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"SÃO PAULO\"}','a:2:{s:4:\"name\";s:10:\"SÃO PAULO\";i:0;i:5;}','1000ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1001,'Â','Â','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Â\"}','a:2:{s:4:\"name\";s:2:\"Â\";i:0;i:5;}','1001ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1002,'Ünïcödé','Ünïcödé','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ünïcödé\"}','a:2:{s:4:\"name\";s:11:\"Ünïcödé\";i:0;i:5;}','1002ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1003,'日本','日本','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"日本\"}','a:2:{s:4:\"name\";s:6:\"日本\";i:0;i:5;}','1003ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1004,'L’été à la plage – c’est “génial”','L’été à la plage – c’est “génial”','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"L’été à la plage – c’est “génial”\"}','a:2:{s:4:\"name\";s:47:\"L’été à la plage – c’est “génial”\";i:0;i:5;}','1004ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1005,'Привет, мир! Это тест.','Привет, мир! Это тест.','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Привет, мир! Это тест.\"}','a:2:{s:4:\"name\";s:38:\"Привет, мир! Это тест.\";i:0;i:5;}','1005ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1006,'日本語のテキスト','日本語のテキスト','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"日本語のテキスト\"}','a:2:{s:4:\"name\";s:24:\"日本語のテキスト\";i:0;i:5;}','1006ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1007,'Ελληνικά και άλλα','Ελληνικά και άλλα','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ελληνικά και άλλα\"}','a:2:{s:4:\"name\";s:32:\"Ελληνικά και άλλα\";i:0;i:5;}','1007ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1008,'Zażółć gęślą jaźń','Zażółć gęślą jaźń','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Zażółć gęślą jaźń\"}','a:2:{s:4:\"name\";s:26:\"Zażółć gęślą jaźń\";i:0;i:5;}','1008ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1009,'naïve café, Ångström','naïve café, Ångström','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"naïve café, Ångström\"}','a:2:{s:4:\"name\";s:24:\"naïve café, Ångström\";i:0;i:5;}','1009ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1010,'emoji 😀🎉 fin','emoji 😀🎉 fin','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"emoji 😀🎉 fin\"}','a:2:{s:4:\"name\";s:18:\"emoji 😀🎉 fin\";i:0;i:5;}','1010ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1011,'שלום עולם','שלום עולם','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"שלום עולם\"}','a:2:{s:4:\"name\";s:17:\"שלום עולם\";i:0;i:5;}','1011ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1012,'مرحبا بالعالم','مرحبا بالعالم','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"مرحبا بالعالم\"}','a:2:{s:4:\"name\";s:25:\"مرحبا بالعالم\";i:0;i:5;}','1012ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1013,'한국어 텍스트','한국어 텍스트','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"한국어 텍스트\"}','a:2:{s:4:\"name\";s:19:\"한국어 텍스트\";i:0;i:5;}','1013ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1014,'it\'s \"quoted\" \\ back\nnew	line\r\n% _','it\'s \"quoted\" \\ back\nnew	line\r\n% _','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"it\'s \\\"quoted\\\" \\\\ back\\nnew\\tline\\r\\n% _\"}','a:2:{s:4:\"name\";s:34:\"it\'s \"quoted\" \\ back\nnew	line\r\n% _\";i:0;i:5;}','1014ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1015,'Größe: 5×£35 – ½','Größe: 5×£35 – ½','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Größe: 5×£35 – ½\"}','a:2:{s:4:\"name\";s:23:\"Größe: 5×£35 – ½\";i:0;i:5;}','1015ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1016,'Ñandú ¿qué?','Ñandú ¿qué?','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ñandú ¿qué?\"}','a:2:{s:4:\"name\";s:15:\"Ñandú ¿qué?\";i:0;i:5;}','1016ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1017,'Đặng Thị Hồng','Đặng Thị Hồng','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Đặng Thị Hồng\"}','a:2:{s:4:\"name\";s:20:\"Đặng Thị Hồng\";i:0;i:5;}','1017ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1018,'plain ascii','plain ascii','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"plain ascii\"}','a:2:{s:4:\"name\";s:11:\"plain ascii\";i:0;i:5;}','1018ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1019,'','','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"\"}','a:2:{s:4:\"name\";s:0:\"\";i:0;i:5;}','1019ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1020,'Čeština říká ťuk','Čeština říká ťuk','plain','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Čeština říká ťuk\"}','a:2:{s:4:\"name\";s:22:\"Čeština říká ťuk\";i:0;i:5;}','1020ç');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1021,'tschüß €100','tschüß €100','é','é,ü',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"tschüß €100\"}','a:2:{s:4:\"name\";s:15:\"tschüß €100\";i:0;i:5;}','1021ç');
/*!40000 ALTER TABLE `t` ENABLE KEYS */;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;


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
  `v` varchar(200) DEFAULT 'dÃ©',
  `e` enum('Ã©','plain') DEFAULT 'Ã©',
  `s` set('Ã©','Ã¼') DEFAULT NULL,
  `b` blob DEFAULT NULL,
  `vb` varbinary(200) DEFAULT NULL,
  `bt` bit(8) DEFAULT NULL,
  `j` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`j`)),
  `p` longtext DEFAULT NULL,
  `g` varchar(50) GENERATED ALWAYS AS (concat(`id`,'Ã§')) VIRTUAL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='TÃ ble';
/*!40101 SET character_set_client = @saved_cs_client */;

LOCK TABLES `t` WRITE;
/*!40000 ALTER TABLE `t` DISABLE KEYS */;
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (0,'Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€','Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€\"}','a:2:{s:4:\"name\";s:47:\"Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€\";i:0;i:5;}','0Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1,'ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚.','ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚.','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚.\"}','a:2:{s:4:\"name\";s:38:\"ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚.\";i:0;i:5;}','1Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (2,'æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ','æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ\"}','a:2:{s:4:\"name\";s:24:\"æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ\";i:0;i:5;}','2Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (3,'Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±','Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±\"}','a:2:{s:4:\"name\";s:32:\"Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±\";i:0;i:5;}','3Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (4,'ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„','ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„\"}','a:2:{s:4:\"name\";s:26:\"ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„\";i:0;i:5;}','4Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (5,'naÃ¯ve cafÃ©, Ã…ngstrÃ¶m','naÃ¯ve cafÃ©, Ã…ngstrÃ¶m','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"naÃ¯ve cafÃ©, Ã…ngstrÃ¶m\"}','a:2:{s:4:\"name\";s:24:\"naÃ¯ve cafÃ©, Ã…ngstrÃ¶m\";i:0;i:5;}','5Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (6,'emoji ðŸ˜€ðŸŽ‰ fin','emoji ðŸ˜€ðŸŽ‰ fin','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"emoji ðŸ˜€ðŸŽ‰ fin\"}','a:2:{s:4:\"name\";s:18:\"emoji ðŸ˜€ðŸŽ‰ fin\";i:0;i:5;}','6Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (7,'×©×œ×•× ×¢×•×œ×','×©×œ×•× ×¢×•×œ×','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"×©×œ×•× ×¢×•×œ×\"}','a:2:{s:4:\"name\";s:17:\"×©×œ×•× ×¢×•×œ×\";i:0;i:5;}','7Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (8,'Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…','Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…\"}','a:2:{s:4:\"name\";s:25:\"Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…\";i:0;i:5;}','8Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (9,'í•œêµ­ì–´ í…ìŠ¤íŠ¸','í•œêµ­ì–´ í…ìŠ¤íŠ¸','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"í•œêµ­ì–´ í…ìŠ¤íŠ¸\"}','a:2:{s:4:\"name\";s:19:\"í•œêµ­ì–´ í…ìŠ¤íŠ¸\";i:0;i:5;}','9Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (10,'it\'s \"quoted\" \\ back\nnew	line\r\n% _','it\'s \"quoted\" \\ back\nnew	line\r\n% _','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"it\'s \\\"quoted\\\" \\\\ back\\nnew\\tline\\r\\n% _\"}','a:2:{s:4:\"name\";s:34:\"it\'s \"quoted\" \\ back\nnew	line\r\n% _\";i:0;i:5;}','10Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (11,'GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½','GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½\"}','a:2:{s:4:\"name\";s:23:\"GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½\";i:0;i:5;}','11Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (12,'Ã‘andÃº Â¿quÃ©?','Ã‘andÃº Â¿quÃ©?','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ã‘andÃº Â¿quÃ©?\"}','a:2:{s:4:\"name\";s:15:\"Ã‘andÃº Â¿quÃ©?\";i:0;i:5;}','12Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (13,'Äáº·ng Thá»‹ Há»“ng','Äáº·ng Thá»‹ Há»“ng','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Äáº·ng Thá»‹ Há»“ng\"}','a:2:{s:4:\"name\";s:20:\"Äáº·ng Thá»‹ Há»“ng\";i:0;i:5;}','13Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (14,'plain ascii','plain ascii','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"plain ascii\"}','a:2:{s:4:\"name\";s:11:\"plain ascii\";i:0;i:5;}','14Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (15,'','','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"\"}','a:2:{s:4:\"name\";s:0:\"\";i:0;i:5;}','15Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (16,'ÄŒeÅ¡tina Å™Ã­kÃ¡ Å¥uk','ÄŒeÅ¡tina Å™Ã­kÃ¡ Å¥uk','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"ÄŒeÅ¡tina Å™Ã­kÃ¡ Å¥uk\"}','a:2:{s:4:\"name\";s:22:\"ÄŒeÅ¡tina Å™Ã­kÃ¡ Å¥uk\";i:0;i:5;}','16Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (17,'tschÃ¼ÃŸ â‚¬100','tschÃ¼ÃŸ â‚¬100','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"tschÃ¼ÃŸ â‚¬100\"}','a:2:{s:4:\"name\";s:15:\"tschÃ¼ÃŸ â‚¬100\";i:0;i:5;}','17Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1000,'SÃO PAULO','SÃO PAULO','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"SÃO PAULO\"}','a:2:{s:4:\"name\";s:10:\"SÃO PAULO\";i:0;i:5;}','1000Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1001,'Â','Â','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Â\"}','a:2:{s:4:\"name\";s:2:\"Â\";i:0;i:5;}','1001Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1002,'Ünïcödé','Ünïcödé','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ünïcödé\"}','a:2:{s:4:\"name\";s:11:\"Ünïcödé\";i:0;i:5;}','1002Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1003,'日本','日本','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"日本\"}','a:2:{s:4:\"name\";s:6:\"日本\";i:0;i:5;}','1003Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1004,'L’été à la plage – c’est “génial”','L’été à la plage – c’est “génial”','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"L’été à la plage – c’est “génial”\"}','a:2:{s:4:\"name\";s:47:\"L’été à la plage – c’est “génial”\";i:0;i:5;}','1004Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1005,'Привет, мир! Это тест.','Привет, мир! Это тест.','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Привет, мир! Это тест.\"}','a:2:{s:4:\"name\";s:38:\"Привет, мир! Это тест.\";i:0;i:5;}','1005Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1006,'日本語のテキスト','日本語のテキスト','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"日本語のテキスト\"}','a:2:{s:4:\"name\";s:24:\"日本語のテキスト\";i:0;i:5;}','1006Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1007,'Ελληνικά και άλλα','Ελληνικά και άλλα','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ελληνικά και άλλα\"}','a:2:{s:4:\"name\";s:32:\"Ελληνικά και άλλα\";i:0;i:5;}','1007Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1008,'Zażółć gęślą jaźń','Zażółć gęślą jaźń','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Zażółć gęślą jaźń\"}','a:2:{s:4:\"name\";s:26:\"Zażółć gęślą jaźń\";i:0;i:5;}','1008Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1009,'naïve café, Ångström','naïve café, Ångström','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"naïve café, Ångström\"}','a:2:{s:4:\"name\";s:24:\"naïve café, Ångström\";i:0;i:5;}','1009Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1010,'emoji 😀🎉 fin','emoji 😀🎉 fin','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"emoji 😀🎉 fin\"}','a:2:{s:4:\"name\";s:18:\"emoji 😀🎉 fin\";i:0;i:5;}','1010Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1011,'שלום עולם','שלום עולם','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"שלום עולם\"}','a:2:{s:4:\"name\";s:17:\"שלום עולם\";i:0;i:5;}','1011Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1012,'مرحبا بالعالم','مرحبا بالعالم','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"مرحبا بالعالم\"}','a:2:{s:4:\"name\";s:25:\"مرحبا بالعالم\";i:0;i:5;}','1012Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1013,'한국어 텍스트','한국어 텍스트','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"한국어 텍스트\"}','a:2:{s:4:\"name\";s:19:\"한국어 텍스트\";i:0;i:5;}','1013Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1014,'it\'s \"quoted\" \\ back\nnew	line\r\n% _','it\'s \"quoted\" \\ back\nnew	line\r\n% _','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"it\'s \\\"quoted\\\" \\\\ back\\nnew\\tline\\r\\n% _\"}','a:2:{s:4:\"name\";s:34:\"it\'s \"quoted\" \\ back\nnew	line\r\n% _\";i:0;i:5;}','1014Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1015,'Größe: 5×£35 – ½','Größe: 5×£35 – ½','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Größe: 5×£35 – ½\"}','a:2:{s:4:\"name\";s:23:\"Größe: 5×£35 – ½\";i:0;i:5;}','1015Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1016,'Ñandú ¿qué?','Ñandú ¿qué?','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Ñandú ¿qué?\"}','a:2:{s:4:\"name\";s:15:\"Ñandú ¿qué?\";i:0;i:5;}','1016Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1017,'Đặng Thị Hồng','Đặng Thị Hồng','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Đặng Thị Hồng\"}','a:2:{s:4:\"name\";s:20:\"Đặng Thị Hồng\";i:0;i:5;}','1017Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1018,'plain ascii','plain ascii','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"plain ascii\"}','a:2:{s:4:\"name\";s:11:\"plain ascii\";i:0;i:5;}','1018Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1019,'','','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"\"}','a:2:{s:4:\"name\";s:0:\"\";i:0;i:5;}','1019Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1020,'Čeština říká ťuk','Čeština říká ťuk','plain','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"Čeština říká ťuk\"}','a:2:{s:4:\"name\";s:22:\"Čeština říká ťuk\";i:0;i:5;}','1020Ã§');
INSERT INTO `t` (`id`, `txt`, `v`, `e`, `s`, `b`, `vb`, `bt`, `j`, `p`, `g`) VALUES (1021,'tschüß €100','tschüß €100','Ã©','Ã©,Ã¼',0x636166C383C2A92064C3A2E282ACE284A26F72,0x636166C383C2A92064C3A2E282ACE284A26F72,0xC3,'{\"a\": \"tschüß €100\"}','a:2:{s:4:\"name\";s:15:\"tschüß €100\";i:0;i:5;}','1021Ã§');
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


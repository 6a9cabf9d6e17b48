/*
 Navicat Premium Data Transfer

 Source Server         : Home
 Source Server Type    : MySQL
 Source Server Version : 100010
 Source Host           : localhost:5432

 Target Server Type    : MySQL
 File Encoding         : 65001

 Date: 06/10/2019 21:01:26
*/


-- ----------------------------
-- Table structure for t
-- ----------------------------
SET NAMES utf8mb4;
SET FOREIGN_KEY_CHECKS = 0;
DROP TABLE IF EXISTS `t`;
CREATE TABLE `t`  (
  `id` int NOT NULL,
  `a` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT '⟪été⟫' COMMENT '⟪été⟫',
  `b` blob NULL,
  PRIMARY KEY (`id`) USING BTREE
) ENGINE = InnoDB CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci ROW_FORMAT = Dynamic;

-- ----------------------------
-- Records of t
-- ----------------------------
INSERT INTO `t` VALUES (1, 'it\'s ⟪à côté de l’école⟫\n', '⟦é⟧');
INSERT INTO `t` VALUES (2, '⟪L’été à la café — it’s déjà vu⟫', 0xC3A9);

SET FOREIGN_KEY_CHECKS = 1;

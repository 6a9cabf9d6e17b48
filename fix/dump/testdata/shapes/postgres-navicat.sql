/*
 Navicat Premium Data Transfer

 Source Server         : Home
 Source Server Type    : PostgreSQL
 Source Server Version : 100010
 Source Host           : localhost:5432

 Target Server Type    : PostgreSQL
 File Encoding         : 65001

 Date: 06/10/2019 21:01:26
*/


-- ----------------------------
-- Table structure for t
-- ----------------------------
DROP TABLE IF EXISTS "public"."t";
CREATE TABLE "public"."t" (
  "id" int4 NOT NULL,
  "a" text COLLATE "pg_catalog"."default",
  "b" bytea
)
;

-- ----------------------------
-- Records of t
-- ----------------------------
INSERT INTO "public"."t" VALUES (1, 'C:\⟪été’s⟫\', '⟦é⟧');
INSERT INTO "public"."t" VALUES (2, 'it''s ⟪à côté de l’école⟫', NULL);

-- ----------------------------
-- Primary Key structure for table t
-- ----------------------------
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY ("id");

DROP TABLE IF EXISTS clientele_import;

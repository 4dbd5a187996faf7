DROP TABLE clientele_import;

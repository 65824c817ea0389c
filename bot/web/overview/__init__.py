"""The pages on which whoever manages looks at how the service works: charts, tables, files."""

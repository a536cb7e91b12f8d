"""interviews: a workbench for qualitative interview research."""

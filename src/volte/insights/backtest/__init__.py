"""What would another policy have meant for the returns this shop really had?

`history` finds them with what was known on their day, `purchases` lays them and the law out as columns, `compared` runs
both policies over them, `replayed` counts. Those load DuckDB and Ibis: imported only by whoever asks. `runs`
are the answers the policy desk waits for; `history` and `outcome` are light.
"""

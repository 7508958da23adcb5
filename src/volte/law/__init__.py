"""What does the law of the consumer's country give, at the least? Dated, cited provisions and how they are counted.

`rules.rights.rights_for(situation)` answers for one bought item. Provisions are data (`data/*.toml`), by country and
date, each with its citation. Words: provision, citation, situation, right, standing (yes, no, unknown), last day.

Must never know: what a shop promises, what anything costs, who is asking. Not legal advice: each provision carries how
sure we are of it.
"""

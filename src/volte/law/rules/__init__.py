"""Pure rules of the law: counting, provisions, traits of goods, and the rights that follow."""

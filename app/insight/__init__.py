"""What a shop's purchases tell about its customers: who is valuable, who is leaving, what comes.

numpy alone, and only where something is computed: nothing here is imported at start.
"""

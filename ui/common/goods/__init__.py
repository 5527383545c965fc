"""Lines of goods as they are typed: of a sale, a deal, a quote."""

"""Codings, turns and other records as views: filtered, grouped, shown as a person reads them."""

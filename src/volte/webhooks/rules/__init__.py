"""Where may news go, when is it tried again, how much room has each receiver?"""

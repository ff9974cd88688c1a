"""What a question in Chinese or English asks, and of whom, where and when."""

"""What every face is made of: components, texts, the request as we see it, refusals as pages."""

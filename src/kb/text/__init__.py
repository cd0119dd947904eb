"""What all languages and stages share: decoding, folding, words and stems, sentences (pure)."""

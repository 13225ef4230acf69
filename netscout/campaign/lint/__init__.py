"""The rules of a good message: a draft and the record in, findings out."""
